package cn.baosong.web.page.paper;

import cn.baosong.desk.CoverSheets;
import cn.baosong.desk.Records;
import cn.baosong.desk.StrayDesk;
import cn.baosong.desk.Strays;
import org.springframework.stereotype.Component;

/** Where the form of a parcel begins from something that is known already. */
@Component
record Found(CoverSheets sheets, StrayDesk desk, Strays strays, Records records) {}
