package cn.baosong.reader.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.Store;

/**
 * A message wrapped in its signature (S/MIME, RFC 8551, 3.5.2), or one with its signature beside it
 * (3.5.3). What is signed is taken out; that the signature fits says that nothing was changed by
 * another than the holder of the key, not who that is.
 */
final class SignedMessage {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private static final int HEAD = 64;
  private static final int LARGEST_SIGNATURE = 1 << 20;

  /** Object identifiers of enveloped data: RFC 5652, RFC 5083, GM/T 0010. */
  private static final List<String> ENVELOPED =
      List.of("2a864886f70d010703", "2a864886f70d0109100117", "2a811ccf550601040203");

  private SignedMessage() {}

  /** What it turned out to be. */
  enum Found {
    SIGNATURE_HOLDS,
    SIGNATURE_BROKEN,
    ENCRYPTED,
    UNREADABLE
  }

  /** Whoever reads what was signed. */
  interface Content {
    void read(InputStream signed) throws IOException;
  }

  static boolean isNamedSo(Part part, String name) {
    return part.media().endsWith("pkcs7-mime") || name.toLowerCase(Locale.ROOT).endsWith(".p7m");
  }

  static Found open(InputStream bytes, Content content) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes);
    in.mark(HEAD);
    String head = HexFormat.of().formatHex(in.readNBytes(HEAD));
    in.reset();
    if (ENVELOPED.stream().anyMatch(head::contains)) {
      return Found.ENCRYPTED;
    }
    Optional<CMSSignedDataParser> parser = parser(in);
    if (parser.isEmpty()) {
      return Found.UNREADABLE;
    }
    CMSTypedStream signed = parser.get().getSignedContent();
    DamagedStream whole = new DamagedStream(signed.getContentStream());
    content.read(whole);
    whole.transferTo(OutputStream.nullOutputStream());
    return !whole.isDamaged() && holds(parser.get())
        ? Found.SIGNATURE_HOLDS
        : Found.SIGNATURE_BROKEN;
  }

  /**
   * A signature that travels beside what it is about.
   *
   * @param digests of what it is about, by object identifier of the algorithm
   */
  static Found detached(InputStream bytes, Map<String, byte[]> digests) throws IOException {
    byte[] read = bytes.readNBytes(LARGEST_SIGNATURE + 1);
    try {
      CMSSignedData signature = new CMSSignedData(digests, read);
      Collection<SignerInformation> signers = signature.getSignerInfos().getSigners();
      if (signers.stream().anyMatch(s -> !digests.containsKey(s.getDigestAlgOID()))) {
        return Found.UNREADABLE;
      }
      boolean holds =
          !signers.isEmpty()
              && signers.stream().allMatch(s -> holds(signature.getCertificates(), s));
      return holds ? Found.SIGNATURE_HOLDS : Found.SIGNATURE_BROKEN;
    } catch (CMSException | RuntimeException damaged) {
      return Found.UNREADABLE;
    }
  }

  private static Optional<CMSSignedDataParser> parser(InputStream in) throws IOException {
    try {
      return Optional.of(
              new CMSSignedDataParser(
                  new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build(), in))
          .filter(parser -> parser.getSignedContent() != null);
    } catch (CMSException | OperatorCreationException | RuntimeException notSigned) {
      return Optional.empty();
    }
  }

  private static boolean holds(CMSSignedDataParser parser) {
    try {
      Collection<SignerInformation> signers = parser.getSignerInfos().getSigners();
      Store<X509CertificateHolder> enclosed = parser.getCertificates();
      return !signers.isEmpty() && signers.stream().allMatch(signer -> holds(enclosed, signer));
    } catch (CMSException | RuntimeException damaged) {
      return false;
    }
  }

  private static boolean holds(Store<X509CertificateHolder> enclosed, SignerInformation signer) {
    try {
      @SuppressWarnings("unchecked")
      Collection<X509CertificateHolder> signing = enclosed.getMatches(signer.getSID());
      for (X509CertificateHolder certificate : signing) {
        return signer.verify(
            new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER).build(certificate));
      }
      return false;
    } catch (CMSException | OperatorCreationException | CertificateException doesNotFit) {
      return false;
    }
  }
}
