package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Scan;
import java.util.List;
import java.util.Optional;

/** The mail room's scans of printed forms. */
public interface Scans {
  Optional<Scan> find(String id);

  /** Scans of a unit's dossiers in a call, the latest first. */
  List<Scan> ofUnit(CallId call, UnitCode unit);

  /** Scans that no dossier is known of, the latest first. */
  List<Scan> waiting(int most);

  /** Scans that wait and whose dossier has come by now, each with its unit. */
  List<Scan> matching(int most);

  /** Papers that another person is still to type, the earliest first. */
  List<Scan> keying(int most);

  /** Enters or changes a scan. */
  void save(Scan scan, Act act);
}
