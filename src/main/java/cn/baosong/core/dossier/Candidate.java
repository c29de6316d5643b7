package cn.baosong.core.dossier;

/**
 * Who a dossier is about.
 *
 * @param name as written
 * @param key normalised identity number, else normalised name and birth date; the same person
 *     within a call has one key
 */
public record Candidate(String name, String key) {}
