package cn.baosong.reader.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks an office document (a zip of XML parts) into nowhere, to learn its real weight before a
 * library loads it: such libraries keep whole parts in memory and believe declared sizes.
 */
public final class DocumentZip {
  private DocumentZip() {}

  /**
   * Weighs every part.
   *
   * @param limits for the document as a whole
   * @param largest bytes allowed for a part of this name
   * @return why the document must not be loaded; empty when it may be
   * @throws IOException when our own disk fails
   */
  public static Optional<Defect> refusal(
      Path file, String name, ArchiveLimits limits, ToLongFunction<String> largest)
      throws IOException {
    try (BlobChannel channel = new BlobChannel(file)) {
      weigh(channel, name, limits, largest);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.defect());
    } catch (DiskFailure ours) {
      throw ours.getCause();
    } catch (IOException | RuntimeException theirs) {
      return Optional.of(ZipDirectory.damaged(name).defect());
    }
  }

  private static void weigh(
      BlobChannel channel, String name, ArchiveLimits limits, ToLongFunction<String> largest)
      throws IOException, Refusal {
    ZipDirectory.locate(channel, name, limits);
    Budget budget = new Budget(limits, name, channel.size(), Optional.empty());
    ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(channel)
            .setCharset(StandardCharsets.UTF_8)
            .setIgnoreLocalFileHeader(true)
            .get();
    byte[] chunk = new byte[1 << 14];
    for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
      if (part.getGeneralPurposeBit().usesEncryption()) {
        throw Refusal.encrypted(name);
      }
      long left = largest.applyAsLong(part.getName());
      try (InputStream in = zip.getInputStream(part)) {
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
          budget.bytes(n);
          left -= n;
          if (left < 0) {
            throw Refusal.tooLarge(
                name,
                "的内容过大，请按模板重新填写或拆分后报送",
                "has too much content; fill in the template anew or send it in parts");
          }
        }
      }
    }
  }
}
