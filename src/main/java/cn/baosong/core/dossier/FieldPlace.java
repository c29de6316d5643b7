package cn.baosong.core.dossier;

/**
 * Where a printed form shows a field (栏目位置).
 *
 * @param page of the form, from 1
 * @param label the cell with its name, in points
 * @param value the cell with its value, in points
 */
public record FieldPlace(String field, int page, Area label, Area value) {}
