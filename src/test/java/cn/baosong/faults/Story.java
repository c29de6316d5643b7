package cn.baosong.faults;

import java.util.List;
import java.util.Map;

/** What a unit sends, and what must have come of it once the office is at rest. */
public enum Story {
  /** One sound package. */
  GOOD(1, List.of("PROCESSED"), List.of("ACCEPTED"), Map.of("RECEIPT", 1, "ACCEPTANCE", 1)),
  /** The same bytes under two names. */
  TWICE(2, List.of("PROCESSED"), List.of("ACCEPTED"), Map.of("RECEIPT", 2, "ACCEPTANCE", 1)),
  /** The same papers, packed twice. */
  REPACKED(
      2,
      List.of("PROCESSED", "PROCESSED"),
      List.of("ACCEPTED"),
      Map.of("RECEIPT", 2, "ACCEPTANCE", 1, "DUPLICATE", 1)),
  /** A package, and later a fuller one of the same candidate. */
  RESUBMITTED(
      2,
      List.of("PROCESSED", "PROCESSED"),
      List.of("ACCEPTED", "SUPERSEDED"),
      Map.of("RECEIPT", 2, "ACCEPTANCE", 2)),
  /** No package at all. */
  BROKEN(1, List.of("UNREADABLE"), List.of(), Map.of("RECEIPT", 1, "CORRECTION", 1)),
  /** From nobody whom the registry knows. */
  STRANGER(1, List.of("UNASSIGNED"), List.of(), Map.of("RECEIPT", 1)),
  /** Without the signed form. */
  FAULTY(1, List.of("PROCESSED"), List.of("RETURNED"), Map.of("RECEIPT", 1, "CORRECTION", 1)),
  /** For a call whose time has passed. */
  LATE(1, List.of("PROCESSED"), List.of("REJECTED"), Map.of("RECEIPT", 1, "NOT_ACCEPTED", 1)),
  /** A folder that was never compressed, its papers such that a person must look. */
  FOLDER(1, List.of("PROCESSED"), List.of("IN_REVIEW"), Map.of("RECEIPT", 1, "PENDING", 1));

  final int drops;
  final List<String> submissions;
  final List<String> dossiers;
  final Map<String, Integer> letters;

  Story(int drops, List<String> submissions, List<String> dossiers, Map<String, Integer> letters) {
    this.drops = drops;
    this.submissions = submissions;
    this.dossiers = dossiers;
    this.letters = letters;
  }

  /** The first of two may have been superseded before its acceptance was told. */
  boolean fits(Map<String, Integer> told) {
    return told.equals(letters)
        || (this == RESUBMITTED && told.equals(Map.of("RECEIPT", 2, "ACCEPTANCE", 1)));
  }
}
