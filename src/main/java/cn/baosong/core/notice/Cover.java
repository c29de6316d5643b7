package cn.baosong.core.notice;

/**
 * What stands in the mail around a letter: as little as names the case, since a mailbox is read by
 * more people than the letter is for; everything else is in the letter.
 *
 * @param from name of the office
 * @param attachment name of the PDF, which the reader sees
 */
public record Cover(String from, String subject, String text, String attachment) {}
