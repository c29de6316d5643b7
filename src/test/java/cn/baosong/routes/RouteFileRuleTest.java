package cn.baosong.routes;

import static cn.baosong.routes.RouteFileRule.BARE_COMPONENT_NAMES;
import static cn.baosong.routes.RouteFileRule.CHOICES_HAVE_OTHERWISE;
import static cn.baosong.routes.RouteFileRule.COMMENTS_LIVE_IN_DESCRIPTIONS;
import static cn.baosong.routes.RouteFileRule.DESCRIBED;
import static cn.baosong.routes.RouteFileRule.FAULT_STATEMENTS_ARE_WRITTEN_OUT;
import static cn.baosong.routes.RouteFileRule.KEYS_ARE_DECLARED;
import static cn.baosong.routes.RouteFileRule.NAMED_AS_ITS_FILE;
import static cn.baosong.routes.RouteFileRule.NO_ERROR_HANDLER;
import static cn.baosong.routes.RouteFileRule.NO_PROGRAMS;
import static cn.baosong.routes.RouteFileRule.NO_QUEUES_IN_MEMORY;
import static cn.baosong.routes.RouteFileRule.NO_STATEMENT_AFTER_THE_COMMIT;
import static cn.baosong.routes.RouteFileRule.ONE_ROUTE_A_FILE;
import static cn.baosong.routes.RouteFileRule.PICKUPS_FAIL_AS_FAILURES;
import static cn.baosong.routes.RouteFileRule.POLLS_CLAIM;
import static cn.baosong.routes.RouteFileRule.POLLS_COMMIT_THE_CLAIM_AT_ONCE;
import static cn.baosong.routes.RouteFileRule.POLLS_TAKE_ALL_THEY_CLAIM;
import static cn.baosong.routes.RouteFileRule.SIGNS_SURVIVE;
import static cn.baosong.routes.RouteFileRule.SPLITS_HAVE_STEPS;
import static cn.baosong.routes.RouteFileRule.TWELVE_STEPS_AT_MOST;
import static cn.baosong.routes.RouteFileRule.VALID_FOR_THE_EDITOR;
import static cn.baosong.routes.Samples.CONFIGURATION;
import static cn.baosong.routes.Samples.KAMELET;
import static cn.baosong.routes.Samples.POLL;
import static cn.baosong.routes.Samples.ROUTE;
import static cn.baosong.routes.Samples.spoil;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteFileRuleTest {
  /** One sample spoilt in one place, and the rule that has to see it. */
  private record Proof(RouteFileRule rule, RouteFile spoilt) {
    static Proof route(RouteFileRule rule, String words, String others) {
      return new Proof(rule, Samples.route(spoil(ROUTE, words, others)));
    }

    static Proof longer(RouteFileRule rule, String lines) {
      return new Proof(rule, Samples.route(ROUTE + lines));
    }

    static Proof poll(RouteFileRule rule, String words, String others) {
      return new Proof(rule, Samples.poll(spoil(POLL, words, others)));
    }

    static Proof configuration(RouteFileRule rule, String words, String others) {
      return new Proof(rule, Samples.configuration(spoil(CONFIGURATION, words, others)));
    }

    static Proof kamelet(RouteFileRule rule, String words, String others) {
      return new Proof(rule, Samples.kamelet(spoil(KAMELET, words, others)));
    }
  }

  private static final List<Proof> PROOFS =
      List.of(
          Proof.route(VALID_FOR_THE_EDITOR, "method: refer", "methode: refer"),
          Proof.kamelet(VALID_FOR_THE_EDITOR, "- to:", "- send:"),
          Proof.longer(ONE_ROUTE_A_FILE, "- from: {uri: direct, steps: []}"),
          Proof.kamelet(ONE_ROUTE_A_FILE, "template:", "templates:"),
          Proof.route(NAMED_AS_ITS_FILE, "id: receive", "id: received"),
          Proof.route(NAMED_AS_ITS_FILE, "name: receive", "name: received"),
          Proof.kamelet(NAMED_AS_ITS_FILE, "name: office-folder", "name: folder"),
          Proof.route(DESCRIBED, "Receives what a unit sends.", "' '"),
          Proof.kamelet(DESCRIBED, "description: A watched folder", "title2: A watched folder"),
          Proof.longer(TWELVE_STEPS_AT_MOST, "        - bean: {ref: desk}\n".repeat(8)),
          Proof.route(CHOICES_HAVE_OTHERWISE, "otherwise:", "description:"),
          Proof.longer(SPLITS_HAVE_STEPS, "        - split: {simple: '${body}'}"),
          Proof.route(COMMENTS_LIVE_IN_DESCRIPTIONS, "uri: direct", "uri: direct # the door"),
          Proof.route(BARE_COMPONENT_NAMES, "uri: direct", "uri: direct?block=false"),
          Proof.longer(BARE_COMPONENT_NAMES, "        - to: log:info"),
          Proof.route(NO_PROGRAMS, "simple:", "groovy:"),
          Proof.longer(NO_QUEUES_IN_MEMORY, "        - to: {uri: seda}"),
          Proof.longer(NO_QUEUES_IN_MEMORY, "        - recipientList: {constant: 'seda:a'}"),
          Proof.route(NO_ERROR_HANDLER, "    from:", "    errorHandler: {}\n    from:"),
          Proof.configuration(NO_ERROR_HANDLER, "    onEx", "    errorHandler: {}\n    onEx"),
          Proof.configuration(PICKUPS_FAIL_AS_FAILURES, "false", "true"),
          Proof.configuration(PICKUPS_FAIL_AS_FAILURES, "constant: \"false\"", "simple: ${body}"),
          Proof.poll(KEYS_ARE_DECLARED, "{{baosong.pause}}", "{{office.pause}}"),
          Proof.kamelet(KEYS_ARE_DECLARED, "{{folder}}", "{{home}}"),
          Proof.poll(SIGNS_SURVIVE, "RAW(", "("),
          Proof.poll(
              FAULT_STATEMENTS_ARE_WRITTEN_OUT,
              "onConsumeFailed: \"",
              "onConsumeFailed: \"classpath:"),
          Proof.poll(NO_STATEMENT_AFTER_THE_COMMIT, "onConsumeFailed:", "onConsume:"),
          Proof.poll(POLLS_CLAIM, "update submission set", "select"),
          Proof.poll(POLLS_CLAIM, " returning id", ""),
          Proof.poll(POLLS_TAKE_ALL_THEY_CLAIM, "first 4 rows", "first 5 rows"),
          Proof.poll(POLLS_TAKE_ALL_THEY_CLAIM, "fetch first 4 rows only", ""),
          Proof.poll(POLLS_COMMIT_THE_CLAIM_AT_ONCE, "delay:", "transacted: true\n        delay:"));

  @Test
  void findsNoFaultWithAGoodRoute() {
    assertThat(seenIn(Samples.route(ROUTE))).isEmpty();
    assertThat(seenIn(Samples.poll(POLL))).isEmpty();
    assertThat(seenIn(Samples.kamelet(KAMELET))).isEmpty();
    assertThat(seenIn(Samples.configuration(CONFIGURATION))).isEmpty();
  }

  @Test
  void everyRuleCanFail() {
    assertThat(PROOFS).extracting(Proof::rule).contains(RouteFileRule.values());
  }

  @Test
  void everyProofIsSeenByItsRule() {
    assertThat(PROOFS)
        .allSatisfy(
            proof ->
                assertThat(seenIn(proof.spoilt()))
                    .as(proof.spoilt().text())
                    .contains(proof.rule()));
  }

  private static Set<RouteFileRule> seenIn(RouteFile file) {
    return Stream.of(RouteFileRule.values())
        .filter(rule -> rule.faults(file).findAny().isPresent())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RouteFileRule.class)));
  }
}
