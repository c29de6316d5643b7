package cn.baosong.reader.bag;

/**
 * One way in which a bag is not what its manifests say.
 *
 * @param path the file it concerns, as in the manifest
 */
public record BagFault(Kind kind, String path, String chinese, String english) {

  /** What is wrong. */
  public enum Kind {
    /** Listed, and not there. */
    MISSING,
    /** There, and not the bytes that were listed. */
    ALTERED,
    /** There, and not listed. */
    UNLISTED,
    /** Another number of files or bytes than Payload-Oxum states. */
    OXUM_DIFFERS,
    /** fetch.txt: the office fetches nothing that a sender names. */
    FETCH_REFUSED,
    /** No manifest in SHA-256 or SHA-512. */
    NO_MANIFEST,
    /** A tag file that cannot be read as RFC 8493 has it. */
    MALFORMED
  }

  static BagFault of(Kind kind, String path, String chinese, String english) {
    return new BagFault(
        kind, path, "“" + path + "”" + chinese + "。", "\"" + path + "\" " + english + ".");
  }
}
