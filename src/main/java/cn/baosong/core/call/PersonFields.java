package cn.baosong.core.call;

/**
 * The form fields that say who a candidate is ({@code form.name}, {@code form.identity}, {@code
 * form.birth} in call.yaml): their values make the key of the candidate (decisions.md 3).
 *
 * @param name such as 姓名
 * @param identity such as 身份证件号码
 * @param birth such as 出生日期
 */
public record PersonFields(String name, String identity, String birth) {}
