package cn.baosong.camel;

import cn.baosong.core.decision.Consignment;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.Digest;
import cn.baosong.desk.Calls;
import cn.baosong.desk.DeliveryDesk;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/** The steps of {@code deliver-departments}. */
public final class DeliverySteps {
  private static final String FOLDER = "deliver-folder";

  private final DeliveryDesk desk;
  private final Calls calls;
  private final CamelContext context;
  private final Path outgoing;

  /**
   * @param outgoing folder for bags on their way
   */
  public DeliverySteps(DeliveryDesk desk, Calls calls, CamelContext context, Path outgoing) {
    this.desk = desk;
    this.calls = calls;
    this.context = context;
    this.outgoing = outgoing;
  }

  /** Packs the case of a claimed row; the body becomes the bag. */
  public File pack(@Body Map<String, Object> row, Exchange exchange) throws IOException {
    DossierNumber dossier = new DossierNumber(String.valueOf(row.get("dossier")));
    String department = String.valueOf(row.get("department"));
    int serial = Integer.parseInt(String.valueOf(row.get("serial")));
    String route = route(department);
    String name = Consignment.file(dossier, serial);
    Files.createDirectories(outgoing);
    Path bag = outgoing.resolve(name);
    desk.pack(dossier, bag);
    Digest digest = digest(bag);
    exchange.setVariable(Facts.DEPARTMENT, department);
    exchange.setVariable(Facts.DOSSIER, dossier.value());
    exchange.setVariable(Facts.NAME, name);
    exchange.setVariable(Facts.DIGEST, digest.hex());
    exchange.setVariable(Facts.ROUTE, route);
    exchange.setVariable(
        Facts.CONSIGNMENT, new Consignment(dossier, department, serial, route, digest));
    return bag.toFile();
  }

  /**
   * A delivery failed: fails again with all that lies beneath, since what a person has to put right
   * is told at the bottom, such as another host key.
   */
  public void failed(Exchange exchange) {
    Throwable failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
    String told =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .map(Throwable::getMessage)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(" / "));
    throw new IllegalStateException(
        exchange.getVariable(Facts.ROUTE, String.class) + ": " + told, failure);
  }

  /** Marks it as delivered, in the route's transaction. */
  public void delivered(Exchange exchange) throws IOException {
    Consignment consignment = exchange.getVariable(Facts.CONSIGNMENT, Consignment.class);
    desk.delivered(consignment);
    Files.deleteIfExists(
        outgoing.resolve(Consignment.file(consignment.dossier(), consignment.serial())));
  }

  /** What the call names, else the department's own route, else the folder. */
  private String route(String department) {
    Optional<String> named =
        calls.live().stream()
            .flatMap(call -> call.departments().stream())
            .filter(d -> d.id().equals(department))
            .flatMap(d -> d.endpoint().stream())
            .findFirst();
    if (named.filter(route -> context.getRoute(route) == null).isPresent()) {
      throw new IllegalStateException(
          "routes/ 中没有路由 " + named.get() + "，通知写明由它投送 There is no such route");
    }
    String own = "deliver-" + department;
    return named.orElse(context.getRoute(own) == null ? FOLDER : own);
  }

  private static Digest digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(OutputStream.nullOutputStream());
      return new Digest(HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
