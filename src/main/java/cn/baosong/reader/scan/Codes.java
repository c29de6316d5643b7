package cn.baosong.reader.scan;

import cn.baosong.core.submission.PageMark;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the codes of printed forms on one page. The next way of looking is only tried while nothing
 * was found: as it is, against one threshold, and at half the size, where noise averages out.
 */
final class Codes {
  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE));

  private Codes() {}

  static Set<PageMark> on(Gray page) {
    List<Function<LuminanceSource, Binarizer>> ways =
        List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);
    for (Gray view : List.of(page, page.half())) {
      for (Function<LuminanceSource, Binarizer> way : ways) {
        Set<PageMark> found = read(new BinaryBitmap(way.apply(view.source())));
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return Set.of();
  }

  private static Set<PageMark> read(BinaryBitmap page) {
    try {
      Set<PageMark> marks = new LinkedHashSet<>();
      Stream<Result> codes = Arrays.stream(new QRCodeMultiReader().decodeMultiple(page, HINTS));
      codes.forEach(code -> PageMark.read(code.getText()).ifPresent(marks::add));
      return marks;
    } catch (NotFoundException none) {
      return Set.of();
    }
  }
}
