package cn.baosong.print;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.LeafPress.Leaf;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfLeafTest {
  @Test
  void saysOnEachSheetWhichOfWhichPaperItIs() throws IOException {
    List<List<String>> table =
        Stream.concat(
                Stream.of(List.of("栏目", "纸质", "电子")),
                IntStream.range(0, 60).mapToObj(i -> List.of("栏目" + i, "主治医师", "副主任医师")))
            .toList();
    Leaf leaf =
        new Leaf(
            "纸电核对表",
            "RX-2023-000013",
            Map.of(),
            table,
            List.of(),
            List.of("经办人", "复核人"),
            Optional.empty());
    try (PDDocument document = Loader.loadPDF(new PdfLeaf().print(leaf))) {
      int sheets = document.getNumberOfPages();
      assertThat(sheets).isGreaterThan(1);
      for (int sheet = 1; sheet <= sheets; sheet++) {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(sheet);
        text.setEndPage(sheet);
        assertThat(text.getText(document))
            .contains("RX-2023-000013", "第 %d 页".formatted(sheet), "共 %d 页".formatted(sheets));
      }
    }
  }
}
