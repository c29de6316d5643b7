package cn.baosong.web.api;

import org.jspecify.annotations.Nullable;

/** What is asked about a parcel that is here; each act reads the fields that it needs. */
record ParcelBody(
    @Nullable String call,
    @Nullable String unit,
    @Nullable String reason,
    @Nullable String to,
    @Nullable String step,
    @Nullable String where,
    @Nullable String note,
    @Nullable Integer expectedVersion) {

  static String text(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
