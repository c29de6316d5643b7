package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.UnitTallies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What the record holds of each unit, in one query whose every part is an index. */
public final class SqlUnitTallies implements UnitTallies {
  private static final String OF_ALL = "";
  private static final String OF_ONE = " and unit_code = :unit";

  private final JdbcClient jdbc;

  public SqlUnitTallies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<UnitCode, UnitTally> of(CallId call) {
    return read(asked(OF_ALL).param("call", call.value()));
  }

  @Override
  public UnitTally of(CallId call, UnitCode unit) {
    return read(asked(OF_ONE).param("call", call.value()).param("unit", unit.value()))
        .getOrDefault(unit, UnitTally.NOTHING);
  }

  StatementSpec asked(String narrowed) {
    return jdbc.sql(
        part("DOSSIER", "dossier", "state", "registered_at", narrowed)
            + " union all "
            + part("DELIVERY", "submission", "state", "registered_at", narrowed)
            + " union all "
            + part("PARCEL", "paper", "''", "registered_at", narrowed)
            + " union all "
            + part("LETTER", "letter", "kind", "written_at", narrowed + " and state <> 'STOPPED'")
            + " union all "
            + part("SPOKEN", "contact", "''", "at", narrowed));
  }

  /** Of constants only. */
  private static String part(String what, String table, String code, String at, String narrowed) {
    return ("select unit_code, '%s' as what, %s as code, count(*) as many, max(%s) as latest"
            + " from %s where call_id = :call and unit_code is not null%s group by unit_code%s")
        .formatted(what, code, at, table, narrowed, code.equals("''") ? "" : ", " + code);
  }

  private static Map<UnitCode, UnitTally> read(StatementSpec asked) {
    Map<UnitCode, Draft> drafts = new HashMap<>();
    asked.query(
        row -> {
          drafts
              .computeIfAbsent(new UnitCode(row.getString("unit_code")), unit -> new Draft())
              .add(row);
        });
    Map<UnitCode, UnitTally> tallies = new HashMap<>();
    drafts.forEach((unit, draft) -> tallies.put(unit, draft.tally()));
    return tallies;
  }

  /** The rows of one unit as they come. */
  private static final class Draft {
    private final Map<DossierState, Long> dossiers = new EnumMap<>(DossierState.class);
    private final Map<SubmissionState, Long> submissions = new EnumMap<>(SubmissionState.class);
    private long parcels;
    private Optional<Instant> reminded = Optional.empty();
    private Optional<LastContact> last = Optional.empty();

    void add(ResultSet row) throws SQLException {
      String what = row.getString("what");
      String code = row.getString("code");
      long many = row.getLong("many");
      Instant at = Columns.instant(row, "latest");
      switch (what) {
        case "DOSSIER" -> dossiers.put(DossierState.valueOf(code), many);
        case "DELIVERY" -> {
          submissions.put(SubmissionState.valueOf(code), many);
          met(new LastContact(Way.DELIVERY, Optional.empty(), at));
        }
        case "PARCEL" -> {
          parcels = many;
          met(new LastContact(Way.PARCEL, Optional.empty(), at));
        }
        case "LETTER" -> letter(LetterKind.valueOf(code), at);
        case "SPOKEN" -> met(new LastContact(Way.SPOKEN, Optional.empty(), at));
        default -> throw new IllegalStateException("not asked for: " + what);
      }
    }

    private void letter(LetterKind kind, Instant at) {
      if (kind == LetterKind.REMINDER) {
        reminded = Optional.of(at);
      }
      met(new LastContact(Way.LETTER, Optional.of(kind), at));
    }

    private void met(LastContact contact) {
      if (last.filter(known -> !known.at().isBefore(contact.at())).isEmpty()) {
        last = Optional.of(contact);
      }
    }

    UnitTally tally() {
      return new UnitTally(dossiers, submissions, parcels, reminded, last);
    }
  }
}
