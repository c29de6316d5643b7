package cn.baosong.core.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something the notice wants enclosed.
 *
 * @param id short name within the call
 * @param name as the notice prints it
 * @param perCandidate false for unit-level materials such as the recommendation report
 * @param required needed always, or only when {@code when} holds
 * @param names words of which a file name holds one; a hint, normalised before comparing
 * @param suffixes accepted file suffixes in lower case without dot; empty means any
 * @param copies paper copies, counted only in parcel mode
 * @param maxPages limit on pages of one file
 * @param maxFiles limit on the number of files
 * @param opaque a vendor's file whose content is never judged (.RPU): presence, size and digest
 *     only
 * @param originals originals that travel on paper alone: counted in the parcel, kept, and returned
 */
public record Material(
    String id,
    String name,
    boolean perCandidate,
    boolean required,
    Optional<Condition> when,
    List<String> names,
    Set<String> suffixes,
    int copies,
    Optional<Integer> maxPages,
    Optional<Integer> maxFiles,
    boolean opaque,
    boolean originals,
    Clause clause) {
  public Material {
    names = List.copyOf(names);
    suffixes = Set.copyOf(suffixes);
  }

  /** Whether the mail room counts what came of it on paper. */
  public boolean isCounted() {
    return !opaque && (copies > 0 || originals);
  }
}
