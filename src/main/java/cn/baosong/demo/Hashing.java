package cn.baosong.demo;

import cn.baosong.core.submission.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes while writing. */
final class Hashing {
  private Hashing() {}

  static Digest of(OutputStream to, Scene.Contents contents) throws IOException {
    try (DigestOutputStream hashed =
        new DigestOutputStream(to, MessageDigest.getInstance("SHA-256"))) {
      contents.write(hashed);
      return new Digest(HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
