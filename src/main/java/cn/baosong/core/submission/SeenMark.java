package cn.baosong.core.submission;

/**
 * A printed form's code as it was seen in a file.
 *
 * @param at page of the file, from 1
 */
public record SeenMark(int at, PageMark mark) {}
