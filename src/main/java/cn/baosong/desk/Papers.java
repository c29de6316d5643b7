package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.PaperRecord;
import java.util.List;

/** The mail room's register of parcels. */
public interface Papers {
  List<PaperRecord> ofUnit(CallId call, UnitCode unit);

  void save(PaperRecord paper, Act act);
}
