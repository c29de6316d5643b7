package cn.baosong.camel.post;

/**
 * From whom letters come.
 *
 * @param address also the envelope's, so that what cannot be delivered comes back to it
 * @param replyTo where answers go; the address itself when empty
 */
public record Sender(String address, String replyTo) {
  /** The part behind the @. */
  String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** The same for a letter whenever it is sent, so that answers and reports lead back to it. */
  String messageId(String letter) {
    return "<baosong." + letter + "@" + domain() + ">";
  }
}
