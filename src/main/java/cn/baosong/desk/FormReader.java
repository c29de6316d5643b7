package cn.baosong.desk;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.FormData;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.FieldReading;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.PaperReading;
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
  private record Ballot(Cut cut, boolean digits, CellVotes votes) {
    boolean isOpen() {
      return cut.sure() && !cut.blank() && !votes.isSettled();
    }

    CellReader.Wanted wanted(Path folder, String way) {
      return new CellReader.Wanted(
          folder.resolve(cut.name() + way), digits, CellReader.Shape.of(cut.lines()));
    }

    /** One character cannot be read as two: such a reading is none to rest on. */
    void hear(CellReader.Text text) {
      boolean two =
          CellReader.Shape.of(cut.lines()) == CellReader.Shape.CHARACTER
              && text.value().codePointCount(0, text.value().length()) > 1;
      votes.add(two ? new CellReader.Text(text.value(), 0) : text);
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
          cut.name());
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
    String trouble = look(ballots, folder);
    return new PaperReading(
        trouble.isEmpty() ? PaperReading.State.READ : PaperReading.State.KEY_IN,
        trouble,
        ballots.stream().map(Ballot::reading).toList(),
        cuts.pages());
  }

  private Ballot ballot(Cut cut, ComparedField field, FormData form) {
    String electronic = form.text(field.field()).orElse("");
    boolean digits =
        field.kind() == Kind.IDENTITY_NUMBER
            && IdentityNumber.read(electronic).text().matches("[0-9]+[0-9X]");
    return new Ballot(cut, digits, new CellVotes(field, electronic, differences));
  }

  /** Why a person has to read it; empty when the machine did. */
  private String look(List<Ballot> ballots, Path folder) {
    if (!reader.isInstalled()) {
      return "未安装文字识别程序，请人工录入。";
    }
    try {
      for (String way : FormCutter.TO_READ) {
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
