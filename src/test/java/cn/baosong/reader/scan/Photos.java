package cn.baosong.reader.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos as a phone takes them of covers. */
public final class Photos {
  private Photos() {}

  public static byte[] jpeg(int width, int height) {
    return written(cover(width, height), "jpg");
  }

  public static byte[] png(int width, int height) {
    return written(cover(width, height), "png");
  }

  /** A cover on which a sheet with a code lies, not quite straight. */
  public static byte[] coded(String text) {
    try {
      BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 420, 420);
      BufferedImage photo = cover(3000, 2000);
      Graphics2D pen = photo.createGraphics();
      pen.rotate(Math.toRadians(4), 1500, 1000);
      pen.setColor(Color.WHITE);
      pen.fillRect(900, 500, 800, 800);
      pen.setColor(Color.BLACK);
      for (int y = 0; y < code.getHeight(); y++) {
        for (int x = 0; x < code.getWidth(); x++) {
          if (code.get(x, y)) {
            pen.fillRect(1000 + x, 600 + y, 1, 1);
          }
        }
      }
      pen.dispose();
      return written(photo, "jpg");
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The head of a PNG that says it is larger than any memory, and nothing behind it. */
  public static byte[] bomb(int width, int height) {
    try {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(head);
      fields.write("IHDR".getBytes(StandardCharsets.US_ASCII));
      fields.writeInt(width);
      fields.writeInt(height);
      fields.write(new byte[] {8, 2, 0, 0, 0});
      CRC32 crc = new CRC32();
      crc.update(head.toByteArray());
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      DataOutputStream png = new DataOutputStream(file);
      png.writeLong(0x89504e470d0a1a0aL);
      png.writeInt(13);
      png.write(head.toByteArray());
      png.writeInt((int) crc.getValue());
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage cover(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(205, 170, 120));
    pen.fillRect(0, 0, width, height);
    pen.setColor(new Color(120, 20, 20));
    pen.drawOval(width * 3 / 4, height / 10, width / 6, width / 6);
    pen.drawOval(width * 3 / 4 + 3, height / 10 + 3, width / 6 - 6, width / 6 - 6);
    pen.dispose();
    return image;
  }

  private static byte[] written(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
