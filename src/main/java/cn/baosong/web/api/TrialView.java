package cn.baosong.web.api;

import cn.baosong.desk.ReplayTally;
import cn.baosong.desk.draft.Trial;
import java.util.List;

/**
 * A trial, as far as it is.
 *
 * @param state RUNNING, DONE, CANCELLED or FAILED
 * @param outdated whether draft or folder have changed since
 * @param of how many dossiers there are
 * @param alike how many come out as they are, on the same grounds
 * @param items the first {@value Trial#MOST} that come out otherwise
 */
record TrialView(
    String call,
    String state,
    String by,
    String begun,
    boolean outdated,
    long of,
    long alike,
    ReplayTally.Sum sum,
    List<TrialLine> items) {}
