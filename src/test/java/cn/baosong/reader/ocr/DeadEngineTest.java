package cn.baosong.reader.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.core.dossier.Area;
import cn.baosong.core.dossier.CharacterVariants;
import cn.baosong.core.dossier.FieldDifferences;
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

  @TempDir Path folder;

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

  private static void isKeyedIn(PaperReading reading) {
    assertThat(reading.state()).isEqualTo(PaperReading.State.KEY_IN);
    assertThat(reading.trouble()).contains("请人工录入");
    assertThat(reading.fields()).singleElement().matches(field -> !field.isSure());
  }

  /** Lists the language it is asked for, and then does as told. */
  private PaperReading read(String does, Duration time) throws IOException {
    Path program = folder.resolve("engine");
    Files.writeString(
        program,
        "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo chi_sim; exit 0; fi\n" + does + "\n",
        StandardCharsets.UTF_8);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Tesseract engine = engine(program.toString(), time);
    assertThat(engine.isInstalled()).isTrue();
    return read(engine);
  }

  private static Tesseract engine(String program, Duration time) {
    return new Tesseract(new Tesseract.Engine(true, program, "chi_sim", time, 1L << 30));
  }

  private PaperReading read(Tesseract engine) {
    Cut cut = new Cut(FIELD.field(), 1, new Area(0, 0, 1, 1), true, false, 0, "0");
    return new FormReader(engine, new FieldDifferences(new CharacterVariants("test/1", Map.of())))
        .read(
            new Cuts(List.of(cut), List.of()),
            List.of(FIELD),
            new FormData(Map.of(FIELD.field(), new Value.Text("二"))),
            folder);
  }
}
