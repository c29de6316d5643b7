package cn.baosong.reader.mail;

/**
 * A file that came in a mail.
 *
 * @param name as it was sent, without control characters; may be empty
 * @param media media type in lower case, as claimed
 * @param decoration a picture that the letter is drawn with
 */
public record Attachment(String name, String media, boolean decoration) {}
