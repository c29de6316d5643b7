package cn.baosong.reader.pack;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;

/** The operator Tf: a font is looked at before the library builds it. */
final class CheckedFont extends SetFontAndSize {
  private final TextLayer layer;
  private final FontCheck check;

  CheckedFont(TextLayer layer, FontCheck check) {
    super(layer);
    this.layer = layer;
    this.check = check;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    PDResources resources = layer.getResources();
    if (resources != null && !operands.isEmpty() && operands.get(0) instanceof COSName name) {
      COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
      COSDictionary font = fonts == null ? null : fonts.getCOSDictionary(name);
      if (font != null) {
        check.check(font);
      }
    }
    super.process(operator, operands);
  }
}
