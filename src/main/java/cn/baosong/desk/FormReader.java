package cn.baosong.desk;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.FormData;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.FieldReading;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.IdentityNumber.Validity;
import cn.baosong.core.dossier.PageSeen;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.core.dossier.PartialDate;
import cn.baosong.desk.FormCutter.Cut;
import cn.baosong.desk.FormCutter.Cuts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the cells that were cut out of one scan; the second and third look only where in doubt. */
public final class FormReader {
  private final CellReader reader;
  private final FieldDifferences differences;

  public FormReader(CellReader reader, FieldDifferences differences) {
    this.reader = reader;
    this.differences = differences;
  }

  /** A cell and what is read in it. */
  private record Ballot(Cut cut, Kind kind, boolean digits, CellVotes votes) {
    boolean isOpen() {
      return cut.sure() && !cut.blank() && !votes.isSettled();
    }

    /** A few strokes are best told in black and white, where a line is long enough by itself. */
    CellReader.Wanted wanted(Path folder, int look) {
      boolean alone = shape() == CellReader.Shape.CHARACTER;
      List<String> ways = FormCutter.TO_READ;
      String way = ways.get(alone ? ways.size() - 1 - look : look);
      boolean raw = way.equals(FormCutter.IN_BLACK) && !digits && shape() != CellReader.Shape.BLOCK;
      return new CellReader.Wanted(
          folder.resolve(cut.name() + way), digits, raw ? CellReader.Shape.RAW : shape());
    }

    private CellReader.Shape shape() {
      return CellReader.Shape.of(cut.lines());
    }

    /** What cannot stand there was misread: it is nothing to rest on. */
    void hear(CellReader.Text text) {
      votes.add(isPossible(text.value()) ? text : new CellReader.Text(text.value(), 0));
    }

    /** One character is not two, a number bears its check digit, and a date can be read. */
    private boolean isPossible(String value) {
      if (shape() == CellReader.Shape.CHARACTER && value.codePointCount(0, value.length()) > 1) {
        return false;
      }
      return switch (kind) {
        case IDENTITY_NUMBER -> IdentityNumber.read(value).validity() == Validity.VALID;
        case DATE -> PartialDate.parse(value).isPresent();
        case NAME, PHONE, DOCUMENT_NUMBER, NUMBER, CHOICE, UNIT, TEXT -> true;
      };
    }

    FieldReading reading() {
      CellReader.Text text = votes.text();
      return new FieldReading(
          cut.field(),
          text.value(),
          votes.other(),
          text.confidence(),
          cut.page(),
          cut.box(),
          cut.name(),
          cut.unlike());
    }
  }

  /**
   * Reads what the call compares.
   *
   * @param folder with the pictures of the cells
   */
  public PaperReading read(Cuts cuts, List<ComparedField> compared, FormData form, Path folder) {
    List<Ballot> ballots = new ArrayList<>();
    for (Cut cut : cuts.cuts()) {
      compared.stream()
          .filter(field -> field.field().equals(cut.field()))
          .findFirst()
          .ifPresent(field -> ballots.add(ballot(cut, field, form)));
    }
    String trouble = isOurs(cuts) ? look(ballots, folder) : "扫描件上没有本办打印的登记表二维码，机器不知道各栏在哪里，请人工录入。";
    return new PaperReading(
        trouble.isEmpty() ? PaperReading.State.READ : PaperReading.State.KEY_IN,
        trouble,
        ballots.stream().map(Ballot::reading).toList(),
        cuts.pages());
  }

  /** A form that the office did not print has no known places. */
  private static boolean isOurs(Cuts cuts) {
    return cuts.pages().stream().anyMatch(page -> page.kind() == PageSeen.Kind.FORM);
  }

  private Ballot ballot(Cut cut, ComparedField field, FormData form) {
    String electronic = form.text(field.field()).orElse("");
    boolean digits =
        field.kind() == Kind.IDENTITY_NUMBER
            && IdentityNumber.read(electronic).text().matches("[0-9]+[0-9X]");
    return new Ballot(cut, field.kind(), digits, new CellVotes(field, electronic, differences));
  }

  /** Why a person has to read it; empty when the machine did. */
  private String look(List<Ballot> ballots, Path folder) {
    if (!reader.isInstalled()) {
      return "未安装文字识别程序，请人工录入。";
    }
    try {
      for (int look = 0; look < FormCutter.TO_READ.size(); look++) {
        int way = look;
        List<Ballot> open = ballots.stream().filter(Ballot::isOpen).toList();
        if (open.isEmpty()) {
          break;
        }
        List<CellReader.Text> texts =
            reader.read(open.stream().map(b -> b.wanted(folder, way)).toList(), folder);
        for (int i = 0; i < texts.size(); i++) {
          open.get(i).hear(texts.get(i));
        }
      }
      return "";
    } catch (IOException gone) {
      return "文字识别程序没有读完，请人工录入。";
    }
  }
}
