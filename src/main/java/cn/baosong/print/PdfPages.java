package cn.baosong.print;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What all that is printed as PDF has in common. */
final class PdfPages {
  private PdfPages() {}

  /** A renderer that opens nothing, neither on the network nor on this machine. */
  static PdfRendererBuilder sealedOff() {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useUnicodeLineBreaker(new HeldWords());
    builder.useUriResolver((base, uri) -> null);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> false, when);
    }
    return builder;
  }

  static String text(String resource) throws IOException {
    try (InputStream in = PdfPages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
