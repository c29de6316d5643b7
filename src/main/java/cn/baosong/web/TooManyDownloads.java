package cn.baosong.web;

/** All places for downloads are taken just now. */
public final class TooManyDownloads extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
