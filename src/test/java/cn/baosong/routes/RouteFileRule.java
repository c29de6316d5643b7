package cn.baosong.routes;

import java.util.function.Function;
import java.util.stream.Stream;

/** The table of rules (house.md, section 4). A new rule is a line here and a proof in the test. */
@SuppressWarnings("ImmutableEnumChecker") // each holds a method without state
enum RouteFileRule {
  VALID_FOR_THE_EDITOR(RouteSchema::faults),
  ONE_ROUTE_A_FILE(RouteShape::oneRoute),
  NAMED_AS_ITS_FILE(RouteShape::names),
  DESCRIBED(RouteShape::description),
  TWELVE_STEPS_AT_MOST(RouteShape::length),
  CHOICES_HAVE_OTHERWISE(RouteShape::choices),
  SPLITS_HAVE_STEPS(RouteShape::splits),
  COMMENTS_LIVE_IN_DESCRIPTIONS(RouteComments::faults),
  BARE_COMPONENT_NAMES(RouteWords::uris),
  NO_PROGRAMS(RouteWords::programs),
  NO_QUEUES_IN_MEMORY(RouteWords::queues),
  NO_ERROR_HANDLER(RouteWords::errorHandlers),
  PICKUPS_FAIL_AS_FAILURES(RouteWords::handled),
  KEYS_ARE_DECLARED(RouteWords::keys),
  SIGNS_SURVIVE(RouteWords::signs),
  NO_STATEMENT_AFTER_THE_COMMIT(SqlPolls::afterwards),
  FAULT_STATEMENTS_ARE_WRITTEN_OUT(SqlPolls::faultFiles),
  POLLS_CLAIM(SqlPolls::claims),
  POLLS_TAKE_ALL_THEY_CLAIM(SqlPolls::batches),
  POLLS_COMMIT_THE_CLAIM_AT_ONCE(SqlPolls::transactions);

  private final Function<RouteFile, Stream<String>> check;

  RouteFileRule(Function<RouteFile, Stream<String>> check) {
    this.check = check;
  }

  /** One plain sentence a fault, beginning with the file. */
  Stream<String> faults(RouteFile file) {
    return check.apply(file).map(fault -> file.name() + ": " + fault + " [" + this + "]");
  }
}
