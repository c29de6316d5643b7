package cn.baosong.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) as an image of one bit a pixel. Level M mends up to 15 % of it: a
 * stamp's rim, a fold.
 */
final class QrImage {
  private static final int PIXELS = 8;
  private static final int QUIET = 4;

  private QrImage() {}

  static BufferedImage of(String text) {
    BitMatrix modules = modules(text);
    BufferedImage image =
        new BufferedImage(
            modules.getWidth() * PIXELS,
            modules.getHeight() * PIXELS,
            BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, modules.get(x / PIXELS, y / PIXELS) ? 0x000000 : 0xFFFFFF);
      }
    }
    return image;
  }

  /** One pixel a module: asked for less than it needs, the writer gives just that. */
  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QUIET));
    } catch (WriterException e) {
      throw new IllegalStateException("a mark is short enough for any code", e);
    }
  }
}
