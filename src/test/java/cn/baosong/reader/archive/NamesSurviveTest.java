package cn.baosong.reader.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.text.TextBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

class NamesSurviveTest {

  @Provide
  Arbitrary<String> chineseNames() {
    Arbitrary<String> usual =
        Arbitraries.strings()
            .withCharRange('\u4E00', '\u9FA5')
            .withChars("·〇（）-_.()0123456789abcXYZ".toCharArray())
            .ofMinLength(1)
            .ofMaxLength(40);
    // Four bytes in GB18030, two chars in Java: names of people have such characters.
    return Combinators.combine(usual, Arbitraries.of("", "𬍎", "䶮", "㛃")).as(String::concat);
  }

  @Property(tries = 500)
  void aNameInGbkComesOutAsItWasWritten(@ForAll("chineseNames") String name) {
    // One name that cannot be UTF-8 decides for the archive, as any real Chinese package has.
    assertThat(read(name.getBytes(TextBytes.GB18030), "张三".getBytes(TextBytes.GB18030)))
        .isEqualTo(name);
  }

  @Property(tries = 500)
  void aNameInUtf8ComesOutAsItWasWritten(@ForAll("chineseNames") String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    assertThat(read(utf8, "清单".getBytes(StandardCharsets.UTF_8))).isEqualTo(name);
    assertThat(NameBytes.utf8First(utf8).text()).isEqualTo(name);
  }

  @Property(tries = 300)
  void noNameWhateverItsBytesLeavesThePackage(@ForAll byte[] raw) {
    try {
      List<String> segments = EntryPath.parse(NameBytes.utf8First(raw).text()).segments();
      assertThat(segments).doesNotContain("..", ".", "").noneMatch(s -> s.contains("/"));
    } catch (Refusal refused) {
      assertThat(refused.defect().kind()).isEqualTo(Defect.Kind.UNSAFE);
    }
  }

  private static String read(byte[] name, byte[] beside) {
    ZipArchiveEntry entry = new RawName(name);
    return ZipNames.vote(List.of(entry, new RawName(beside))).of(entry).text();
  }

  private static final class RawName extends ZipArchiveEntry {
    RawName(byte[] raw) {
      super("x");
      setName("x", raw);
    }
  }
}
