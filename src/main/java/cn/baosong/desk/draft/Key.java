package cn.baosong.desk.draft;

/**
 * A key that {@code call.yaml} may have, as its guide tells it.
 *
 * @param path such as {@code deadlines[].date}
 * @param title what it is, in a few words
 * @param about how to write it; may be empty
 * @param required whether whatever holds it must have it
 */
public record Key(String path, String title, String about, boolean required) {}
