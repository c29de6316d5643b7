package cn.baosong.reader.sheet;

import java.util.Optional;

/**
 * One filled cell.
 *
 * @param text without surrounding blanks; a date cell as {@code yyyy-MM-dd} (as {@code yyyy-MM}
 *     where its format shows no day), a number as plain digits, a formula as the value saved with
 *     it
 * @param place where a person finds it, such as {@code 报送清单.xlsx!B7}
 */
public record Cell(String text, Optional<Trouble> trouble, String place) {}
