package cn.baosong.reader.feel;

import cn.baosong.core.call.DegreeLevel;
import cn.baosong.core.call.LevelTable;
import cn.baosong.core.call.SkillLevel;
import cn.baosong.core.call.TitleLevel;
import cn.baosong.core.call.WorkingDays;
import java.util.Optional;

/** The tables that the functions for authors look up. */
public record Lookups(
    LevelTable<TitleLevel> titles,
    LevelTable<DegreeLevel> degrees,
    LevelTable<SkillLevel> skills,
    WorkingDays workingDays) {
  Lookups in(Optional<String> region) {
    return new Lookups(titles, degrees, skills, workingDays.in(region));
  }
}
