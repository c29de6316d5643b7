package cn.baosong.core.submission;

/**
 * Something wrong with a package as such, found while opening it.
 *
 * @param code a stable code of contract.md section 6, such as PACKAGE_UNREADABLE
 * @param place the file or cell concerned, as the sender named it; may be empty
 * @param sentence what is wrong and what to do, in Chinese
 * @param remark true when it is shown but asks nothing of the unit
 */
public record Defect(String code, String place, String sentence, boolean remark) {}
