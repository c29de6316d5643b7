package cn.baosong.desk;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.SealReason;
import java.time.Instant;

/**
 * That an original was sealed: all that is told of it.
 *
 * @param detail what its holder has to know besides, such as what a scanner called it; never
 *     anything of the content; may be empty
 * @param at when, by the office's clock
 */
public record Sealing(Digest digest, SealReason reason, String detail, Instant at) {}
