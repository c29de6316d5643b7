package cn.baosong.journey;

import static org.awaitility.Awaitility.await;

import cn.baosong.camel.mail.ScriptedImap;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole office with two mailboxes on a server in this process, {@code office} with a folder for
 * junk and {@code second}: one office for all tests about mail. Each test sends mails of its own
 * and looks only at those.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class MailOffice extends WholeOffice {
  protected static final String OFFICE = "office@intake.test";
  protected static final String SECOND = "second@intake.test";
  protected static final String PATIENT = "patient@intake.test";
  protected static final String OPERATOR = "ops@intake.test";
  protected static final String JUNK = "垃圾邮件";
  protected static final String PASSWORD = "only-for-tests";

  /** The host that stamps what our provider receives. */
  protected static final String PROVIDER = "mx.intake.test";

  protected static final GreenMail SERVER = started();
  protected static final ScriptedImap ODD = odd();

  /** Servers that encrypt, with a certificate of their own: one that we are told to trust. */
  protected static final OwnServer OWN = OwnServer.started();

  protected static final OwnServer STRANGE = OwnServer.started();

  private static ScriptedImap odd() {
    try {
      return new ScriptedImap();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static GreenMail started() {
    ServerSetup imap = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
    ServerSetup smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    ServerSetup pop3 = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3);
    GreenMail server = new GreenMail(new ServerSetup[] {imap, smtp, pop3});
    server.start();
    try {
      for (String box : new String[] {OFFICE, SECOND, PATIENT, OPERATOR}) {
        server.getUserManager().createUser(box, box, PASSWORD);
      }
      inFolder(server, OFFICE, JUNK, folder -> folder.create(Folder.HOLDS_MESSAGES));
    } catch (UserException | MessagingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return server;
  }

  @DynamicPropertySource
  static void mailOffice(DynamicPropertyRegistry registry) {
    at("2020-03-25T09:00:00+08:00", registry);
    registry.add("management.prometheus.metrics.export.enabled", () -> true);
    box(registry, 0, "office", OFFICE);
    registry.add("baosong.mailboxes[0].folders[0]", () -> "INBOX");
    registry.add("baosong.mailboxes[0].folders[1]", () -> JUNK);
    registry.add("baosong.mailboxes[0].junk[0]", () -> JUNK);
    box(registry, 1, "second", SECOND);
    registry.add("baosong.smtp.host", () -> "127.0.0.1");
    registry.add("baosong.smtp.port", () -> SERVER.getSmtp().getPort());
    registry.add("baosong.smtp.tls", () -> "none");
    registry.add("baosong.smtp.from", () -> OFFICE);
    registry.add("baosong.smtp.pacing", () -> "*=PT0S");
    registry.add("baosong.digest.to[0]", () -> OPERATOR);
    registry.add("baosong.digest.at", () -> "09:00:20");
    box(registry, 2, "odd", "odd@intake.test");
    box(registry, 5, "patient", PATIENT);
    registry.add("baosong.mailboxes[5].poll", () -> "10m");
    encrypted(registry, 3, "own", OWN.imap().port());
    encrypted(registry, 4, "strange", STRANGE.imap().port());
    encrypted(registry, 6, "pop", OWN.pop3().port());
    registry.add("baosong.mailboxes[6].protocol", () -> "pop3s");
    registry.add("baosong.mailboxes[6].certificates", () -> OWN.certificate().toString());
    registry.add("baosong.mailboxes[3].certificates", () -> OWN.certificate().toString());
    registry.add("baosong.mailboxes[4].certificates", () -> OWN.certificate().toString());
  }

  private static void encrypted(
      DynamicPropertyRegistry registry, int index, String name, int port) {
    String key = "baosong.mailboxes[" + index + "].";
    registry.add(key + "name", () -> name);
    registry.add(key + "host", () -> "localhost");
    registry.add(key + "port", () -> port);
    registry.add(key + "user", () -> name + "@intake.test");
    registry.add(key + "password", () -> PASSWORD);
    registry.add(key + "poll", () -> "1s");
    registry.add(key + "trusted-hosts[0]", () -> PROVIDER);
  }

  private static void box(DynamicPropertyRegistry registry, int index, String name, String user) {
    String key = "baosong.mailboxes[" + index + "].";
    registry.add(key + "name", () -> name);
    registry.add(key + "host", () -> "127.0.0.1");
    registry.add(key + "port", () -> name.equals("odd") ? ODD.port() : SERVER.getImap().getPort());
    registry.add(key + "protocol", () -> "imap");
    registry.add(key + "user", () -> user);
    registry.add(key + "password", () -> PASSWORD);
    registry.add(key + "poll", () -> "1s");
    registry.add(key + "trusted-hosts[0]", () -> PROVIDER);
  }

  /** Puts a mail into a folder as the provider does; gives back its bytes as the box holds them. */
  protected static byte[] deliver(String box, String folder, String mail) {
    byte[] bytes =
        mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return deliver(box, folder, bytes);
  }

  protected static byte[] deliver(String box, String folder, byte[] raw) {
    try {
      MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(raw));
      inFolder(SERVER, box, folder, f -> f.appendMessages(new Message[] {message}));
      ByteArrayOutputStream held = new ByteArrayOutputStream();
      message.writeTo(held);
      return held.toByteArray();
    } catch (MessagingException | IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** What a test does with an open folder. */
  @FunctionalInterface
  protected interface InFolder {
    void act(Folder folder) throws MessagingException;
  }

  /** Acts on a folder as a person with another mail program does. */
  protected static void inFolder(String box, String folder, InFolder act) {
    try {
      inFolder(SERVER, box, folder, act);
    } catch (MessagingException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void inFolder(GreenMail server, String box, String name, InFolder act)
      throws MessagingException {
    Session session = Session.getInstance(new Properties());
    try (Store store = session.getStore("imap")) {
      store.connect("127.0.0.1", server.getImap().getPort(), box, PASSWORD);
      Folder folder = store.getFolder(name);
      if (folder.exists()) {
        folder.open(Folder.READ_WRITE);
      }
      act.act(folder);
      if (folder.isOpen()) {
        folder.close(false);
      }
    }
  }

  /** The flags of a mail as the box holds them, by its number. */
  protected static Flags flags(String box, String folder, int number) {
    Flags[] found = new Flags[1];
    inFolder(box, folder, f -> found[0] = f.getMessage(number).getFlags());
    return found[0];
  }

  protected static GreenMailUser user(String box) {
    return SERVER.getUserManager().getUser(box);
  }

  /** The submission of a mail's bytes, once it is registered. */
  protected Submission registered(byte[] mail) {
    Digest digest = digest(mail);
    return await()
        .atMost(PATIENCE)
        .until(() -> submissions.byDigest(digest), Optional::isPresent)
        .orElseThrow();
  }
}
