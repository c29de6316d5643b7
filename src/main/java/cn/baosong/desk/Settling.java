package cn.baosong.desk;

import cn.baosong.core.call.CallVersion;
import java.util.Optional;

/**
 * A person's choice for an ambiguity of a notice.
 *
 * @param reading empty to open the question again
 * @param seen the version of the call that the person had before the eyes
 * @param confirmed that the rules change shortly before a deadline
 */
public record Settling(
    String ambiguity,
    Optional<String> reading,
    String reason,
    CallVersion seen,
    boolean confirmed) {}
