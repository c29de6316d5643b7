package cn.baosong.desk.digest;

/** Something that is broken, in a sentence that names no person. */
public record Trouble(String chinese, String english) {}
