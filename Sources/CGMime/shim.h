#ifndef ISCM_CGMIME_H
#define ISCM_CGMIME_H

// GMime as plain functions over GMimeObject: its casts and type checks are macros, which Swift cannot see.

#include <gmime/gmime.h>
#include <stdint.h>

/// Parses a mail whose bytes outlive it; NULL where GMime finds no mail in them.
static inline GMimeMessage *iscm_gmime_parse(const void *bytes, size_t count, GMimeParserOptions *options) {
  // An array of ours around memory that stays the caller's: GMime neither copies nor frees it.
  GByteArray array = {.data = (guint8 *)bytes, .len = (guint)count};
  GMimeStream *stream = g_mime_stream_mem_new();
  g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, FALSE);
  g_mime_stream_mem_set_byte_array((GMimeStreamMem *)stream, &array);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  // Content is copied out of the stream, so that nothing points to it later.
  g_mime_parser_set_persist_stream(parser, FALSE);
  GMimeMessage *message = g_mime_parser_construct_message(parser, options);
  g_object_unref(parser);
  g_object_unref(stream);
  return message;
}

static inline int iscm_gmime_is_multipart(GMimeObject *part) { return GMIME_IS_MULTIPART(part); }
static inline int iscm_gmime_is_message(GMimeObject *part) { return GMIME_IS_MESSAGE_PART(part); }

static inline int iscm_gmime_child_count(GMimeObject *part) {
  return g_mime_multipart_get_count((GMimeMultipart *)part);
}
static inline GMimeObject *iscm_gmime_child(GMimeObject *part, int index) {
  return g_mime_multipart_get_part((GMimeMultipart *)part, index);
}
static inline GMimeMessage *iscm_gmime_message(GMimeObject *part) {
  return g_mime_message_part_get_message((GMimeMessagePart *)part);
}
static inline GMimeHeaderList *iscm_gmime_headers(GMimeMessage *message) {
  return g_mime_object_get_header_list((GMimeObject *)message);
}

/// The file's name, decoded; NULL where it has none.
static inline const char *iscm_gmime_file_name(GMimeObject *part) {
  if (GMIME_IS_PART(part)) return g_mime_part_get_filename((GMimePart *)part);
  const char *name = g_mime_object_get_disposition(part) == NULL
                         ? NULL
                         : g_mime_object_get_content_disposition_parameter(part, "filename");
  return name != NULL ? name : g_mime_object_get_content_type_parameter(part, "name");
}

/// The bytes of a leaf without their transfer encoding; NULL where it has none. To be freed with g_byte_array_unref.
static inline GByteArray *iscm_gmime_content(GMimeObject *part) {
  if (!GMIME_IS_PART(part)) return NULL;
  GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)part);
  if (content == NULL) return NULL;
  GByteArray *bytes = g_byte_array_new();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
  g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, FALSE);
  g_mime_data_wrapper_write_to_stream(content, stream);
  g_object_unref(stream);
  return bytes;
}

/// The bytes of a leaf as they stand in the mail; NULL where it has none. To be freed with g_byte_array_unref.
static inline GByteArray *iscm_gmime_written(GMimeObject *part) {
  if (!GMIME_IS_PART(part)) return NULL;
  GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)part);
  GMimeStream *source = content == NULL ? NULL : g_mime_data_wrapper_get_stream(content);
  if (source == NULL) return NULL;
  g_mime_stream_reset(source);
  GByteArray *bytes = g_byte_array_new();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
  g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, FALSE);
  g_mime_stream_write_to_stream(source, stream);
  g_mime_stream_reset(source);
  g_object_unref(stream);
  return bytes;
}

/// The name and the address of the mailbox at a place of a list; 0 where a group or nothing stands there.
static inline int iscm_gmime_mailbox(InternetAddressList *list, int index, const char **name, const char **address) {
  InternetAddress *entry = internet_address_list_get_address(list, index);
  if (entry == NULL || !INTERNET_ADDRESS_IS_MAILBOX(entry)) return 0;
  *name = internet_address_get_name(entry);
  *address = internet_address_mailbox_get_addr((InternetAddressMailbox *)entry);
  return 1;
}

/// The members of the group at a place of a list; NULL where none stands there.
static inline InternetAddressList *iscm_gmime_group(InternetAddressList *list, int index) {
  InternetAddress *entry = internet_address_list_get_address(list, index);
  if (entry == NULL || !INTERNET_ADDRESS_IS_GROUP(entry)) return NULL;
  return internet_address_group_get_members((InternetAddressGroup *)entry);
}

/// Reads a date (RFC 5322, section 3.3) as seconds since 1970; 0 where it is none.
static inline int iscm_gmime_date(const char *text, int64_t *seconds) {
  GDateTime *date = g_mime_utils_header_decode_date(text);
  if (date == NULL) return 0;
  *seconds = g_date_time_to_unix(date);
  g_date_time_unref(date);
  return 1;
}

static inline void iscm_gmime_release(void *object) { g_object_unref(object); }

#endif
