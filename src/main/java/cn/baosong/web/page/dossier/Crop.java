package cn.baosong.web.page.dossier;

/**
 * Pictures of one cell: as the paper shows it, and as it was printed.
 *
 * @param cell its name in the scan
 * @param withheld whether it shows an identity number, which is only shown with a reason
 * @param file name of the scan
 * @param page of the scan, from 1
 */
public record Crop(String scan, String cell, boolean withheld, String file, int page) {}
