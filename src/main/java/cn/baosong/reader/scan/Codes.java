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
import java.util.stream.Collectors;

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
    return seenOn(page).stream()
        .map(SeenCode::mark)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The same, and where on the page. */
  static List<SeenCode> seenOn(Gray page) {
    List<Function<LuminanceSource, Binarizer>> ways =
        List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);
    List<Gray> views = List.of(page, page.half());
    for (int i = 0; i < views.size(); i++) {
      for (Function<LuminanceSource, Binarizer> way : ways) {
        List<SeenCode> found =
            SeenCode.all(read(new BinaryBitmap(way.apply(views.get(i).source()))), i + 1);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  /** What all codes say, whoever printed them. */
  static List<String> textsOn(Gray page) {
    for (Gray view : List.of(page, page.half())) {
      Result[] found = read(new BinaryBitmap(new HybridBinarizer(view.source())));
      if (found.length > 0) {
        return Arrays.stream(found).map(Result::getText).toList();
      }
    }
    return List.of();
  }

  private static Result[] read(BinaryBitmap page) {
    try {
      return new QRCodeMultiReader().decodeMultiple(page, HINTS);
    } catch (NotFoundException none) {
      return new Result[0];
    }
  }
}
