package cn.baosong.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Clause;
import cn.baosong.core.check.Assessment;
import cn.baosong.core.check.CallFixture;
import cn.baosong.core.check.CandidateFixture;
import cn.baosong.core.check.CheckName;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.OfficeFixture;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the findings are. */
class DeciderPropertyTest {
  private final UnitCase facts = facts();

  @Property
  void theOrderOfFindingsDoesNotMatter(
      @ForAll("findings") List<Finding> findings, @ForAll long seed) {
    List<Finding> shuffled = new ArrayList<>(findings);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(decide(shuffled)).isEqualTo(decide(findings));
  }

  @Property
  void aBlockNeverAccepts(@ForAll("findings") List<Finding> findings, @ForAll FindingCode code) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(finding(code, Outcome.BLOCK));

    assertThat(decide(more).state()).isNotEqualTo(DossierState.ACCEPTED);
  }

  @Property
  void nothingIsRejectedWithoutABlock(@ForAll("findings") List<Finding> findings) {
    List<Finding> without = findings.stream().filter(f -> f.outcome() != Outcome.BLOCK).toList();

    assertThat(decide(without).state()).isNotEqualTo(DossierState.REJECTED);
  }

  @Property
  void addingAFindingNeverMakesAcceptanceMoreLikely(
      @ForAll("findings") List<Finding> findings, @ForAll("finding") Finding one) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(one);

    if (decide(findings).state() != DossierState.ACCEPTED) {
      assertThat(decide(more).state()).isNotEqualTo(DossierState.ACCEPTED);
    }
  }

  @Provide
  Arbitrary<List<Finding>> findings() {
    return finding().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Finding> finding() {
    return Combinators.combine(Arbitraries.of(FindingCode.class), Arbitraries.of(Outcome.class))
        .as(this::finding);
  }

  private Finding finding(FindingCode code, Outcome outcome) {
    Dossier dossier = facts.dossiers().get(0);
    return new Finding(
        code,
        outcome,
        dossier.submission(),
        Optional.of(dossier.number()),
        "",
        Clause.NONE,
        "",
        "",
        "");
  }

  private Decision decide(List<Finding> findings) {
    Map<CheckName, List<Finding>> found = new EnumMap<>(CheckName.class);
    Arrays.stream(CheckName.values()).forEach(name -> found.put(name, List.of()));
    found.put(CheckName.FORM, findings);
    return new Decider().decide(new Assessment(facts, found), Map.of()).judged().get(0).decision();
  }

  private static UnitCase facts() {
    OfficeFixture office = new OfficeFixture(new CallFixture("x"));
    office.mail("2020-03-20T09:00:00").of(CandidateFixture.candidate());
    return office.facts();
  }
}
