package cn.baosong.reader.pack;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.reader.archive.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Describes the files of a package: length, digest and, for a PDF, its pages and, where it is a
 * form, its text layer.
 */
final class Papers {
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final PdfFacts pdfs;
  private final ReadingWatch watch;

  Papers(int maxPages, ReadingWatch watch) {
    this.pdfs = new PdfFacts(maxPages);
    this.watch = watch;
  }

  /** Files, and what is to be said of single ones. */
  record Described(List<Document> documents, List<Defect> defects) {}

  Described describe(Collection<Entry> files) {
    List<Document> documents = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    for (Entry file : files) {
      documents.add(document(file, defects));
    }
    return new Described(documents, defects);
  }

  /** Whether a file may be parsed at all. */
  boolean mayRead(Entry file) {
    return watch.mayRead(file);
  }

  private Document document(Entry file, List<Defect> defects) {
    Document plain =
        new Document(file.path(), file.size(), new Digest(file.sha256()), Optional.empty());
    if (!startsWith(file, PDF)) {
      return plain;
    }
    if (!watch.mayRead(file)) {
      defects.add(beyondLimits(file));
      return plain;
    }
    return pdfs.of(file, plain);
  }

  private static Defect beyondLimits(Entry file) {
    return new Defect(
        FindingCode.MATERIAL_UNREADABLE.name(),
        file.path(),
        "“" + file.name() + "”未能在限定的时间和内存内读完，由工作人员查看。",
        false);
  }

  private static boolean startsWith(Entry file, byte[] magic) {
    try (var in = Files.newInputStream(file.extracted())) {
      return Arrays.equals(in.readNBytes(magic.length), magic);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
