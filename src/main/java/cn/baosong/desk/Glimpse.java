package cn.baosong.desk;

import cn.baosong.core.submission.Mail;

/**
 * What a glance at a stored mail saw.
 *
 * @param usual whether it is made as packages usually are, by its parts and by the directories of
 *     its archives. What is not may be as good, and is opened after those that are (ADR 0026).
 */
public record Glimpse(Mail mail, boolean usual) {}
