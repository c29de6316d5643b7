package cn.baosong.reader.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.core.dossier.Area;
import cn.baosong.core.dossier.CharacterVariants;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.FieldReading;
import cn.baosong.core.dossier.PageSeen;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.desk.FormCutter.Cut;
import cn.baosong.desk.FormCutter.Cuts;
import cn.baosong.desk.FormReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs in Tesseract's place that hang, fall over, say nonsense, or read one character as two.
 */
@DisabledOnOs(OS.WINDOWS)
class DeadEngineTest {
  private static final ComparedField FIELD =
      new ComparedField("申报条件", ComparedField.Kind.TEXT, ComparedField.Weight.MATERIAL);

  private static final FieldDifferences DIFFERENCES =
      new FieldDifferences(new CharacterVariants("test/1", Map.of()));

  @TempDir Path folder;

  private static final String SAYS =
      "printf '5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t96\\t一\\n' > \"$2.tsv\"";

  @Test
  void leavesAFormToAPersonWhoseReadingTakesTooLong() throws IOException {
    isKeyedIn(read("exec sleep 600", Duration.ofMillis(300)));
  }

  @Test
  void leavesAFormToAPersonWhenTheProgramDies() throws IOException {
    isKeyedIn(read("kill -9 $$", Duration.ofMinutes(1)));
  }

  @Test
  void leavesAFormToAPersonWhenTheProgramSaysNothing() throws IOException {
    isKeyedIn(read("exit 0", Duration.ofMinutes(1)));
  }

  @Test
  void leavesAFormToAPersonWhenThereIsNoProgram() throws IOException {
    Tesseract gone = engine(folder.resolve("nothing").toString(), Duration.ofMinutes(1));
    assertThat(gone.isInstalled()).isFalse();
    isKeyedIn(read(gone));
  }

  @Test
  void isNotSureOfACellOfOneCharacterThatIsReadAsTwo() throws IOException {
    String line = "5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t96\\t一一\\n";
    PaperReading reading = read("printf '" + line + "' > \"$2.tsv\"", Duration.ofMinutes(1));
    assertThat(reading.state()).isEqualTo(PaperReading.State.READ);
    assertThat(reading.fields()).singleElement().matches(field -> !field.isSure());
  }

  /** {@code tail} keeps in memory what has no line to end at. */
  @Test
  void endsAProgramThatTakesMoreMemoryThanItMay() throws IOException {
    String takes = "head -c 600000000 /dev/zero | tail > /dev/null && ";
    isKeyedIn(read(new Tesseract(small(written(takes + SAYS)))));
    assertThat(read(SAYS, Duration.ofMinutes(1)).state()).isEqualTo(PaperReading.State.READ);
  }

  private static Tesseract.Engine small(String program) {
    return new Tesseract.Engine(true, program, "chi_sim", Duration.ofMinutes(1), 128L << 20);
  }

  @Test
  void endsAProgramThatFillsTheDisk() throws IOException {
    isKeyedIn(read("exec yes", Duration.ofMinutes(1)));
    assertThat(folder.resolve("said.txt")).isRegularFile();
    assertThat(Files.size(folder.resolve("said.txt"))).isLessThan(20L << 20);
  }

  /** What it reads otherwise it must be able to be. */
  @Test
  void isNotSureOfANumberWhoseCheckDigitFailsNorOfOneThatIsCutOff() throws IOException {
    String whole = "00000019790703731";
    for (String read : List.of(whole + "5", "9790703731", "3" + whole + "4", whole, "-")) {
      assertThat(of(ComparedField.Kind.IDENTITY_NUMBER, "999999199001010010", read).isSure())
          .as(read)
          .isFalse();
    }
    assertThat(of(ComparedField.Kind.IDENTITY_NUMBER, "999999199001010010", whole + "4").isSure())
        .isTrue();
    assertThat(of(ComparedField.Kind.DATE, "1979-07-03", "j3日").isSure()).isFalse();
    assertThat(of(ComparedField.Kind.DATE, "1979-07-03", "1979年7月8日").isSure()).isTrue();
  }

  private FieldReading of(ComparedField.Kind kind, String filed, String read) throws IOException {
    String line = "5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t97\\t" + read + "\\n";
    Tesseract engine = engine("printf '%b' '" + line + "' > \"$2.tsv\"");
    return read(engine, new ComparedField("x", kind, ComparedField.Weight.IDENTITY), filed, 1)
        .fields()
        .get(0);
  }

  @Test
  void leavesAFormToAPersonThatTheOfficeDidNotPrint() throws IOException {
    PaperReading reading =
        new FormReader(engine("exit 0"), DIFFERENCES)
            .read(
                new Cuts(List.of(), List.of(new PageSeen(1, PageSeen.Kind.UNKNOWN, 0, 0, 0))),
                List.of(FIELD),
                new FormData(Map.of()),
                folder);
    assertThat(reading.state()).isEqualTo(PaperReading.State.KEY_IN);
    assertThat(reading.trouble()).contains("没有本办打印的登记表二维码", "请人工录入");
    assertThat(reading.pages()).hasSize(1);
  }

  private static void isKeyedIn(PaperReading reading) {
    assertThat(reading.state()).isEqualTo(PaperReading.State.KEY_IN);
    assertThat(reading.trouble()).contains("请人工录入");
    assertThat(reading.fields()).singleElement().matches(field -> !field.isSure());
  }

  /** Lists the language it is asked for, and then does as told. */
  private PaperReading read(String does, Duration time) throws IOException {
    return read(engine(written(does), time));
  }

  private Tesseract engine(String does) throws IOException {
    return engine(written(does), Duration.ofMinutes(1));
  }

  private String written(String does) throws IOException {
    Path program = folder.resolve("engine");
    Files.writeString(
        program,
        "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo chi_sim; exit 0; fi\n" + does + "\n",
        StandardCharsets.UTF_8);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program.toString();
  }

  private static Tesseract engine(String program, Duration time) {
    return new Tesseract(new Tesseract.Engine(true, program, "chi_sim", time, 1L << 30));
  }

  private PaperReading read(Tesseract engine) {
    return read(engine, FIELD, "二", 0);
  }

  private PaperReading read(Tesseract engine, ComparedField field, String filed, int lines) {
    Cut cut = new Cut(field.field(), 1, new Area(0, 0, 1, 1), true, false, false, lines, "0");
    return new FormReader(engine, DIFFERENCES)
        .read(
            new Cuts(List.of(cut), List.of(new PageSeen(1, PageSeen.Kind.FORM, 0, 0, 1))),
            List.of(field),
            new FormData(Map.of(field.field(), new Value.Text(filed))),
            folder);
  }
}
