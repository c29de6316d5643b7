package cn.baosong.core.call;

import java.util.List;
import java.util.Optional;

/**
 * The office that receives, as its letters name it.
 *
 * @param region whose own days off count beside the national ones; empty for none
 */
public record Office(
    String name,
    String address,
    List<Contact> contacts,
    List<String> emails,
    Optional<String> region) {
  public Office {
    contacts = List.copyOf(contacts);
    emails = List.copyOf(emails);
  }

  /** A person or desk to ask. */
  public record Contact(String role, String name, String phone) {}

  public Optional<Contact> firstContact() {
    return contacts.stream().findFirst();
  }
}
