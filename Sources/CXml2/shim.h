#ifndef ISCM_CXML2_H
#define ISCM_CXML2_H

// libxml2's parsers of XML and HTML, which tell what they find and build nothing.

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

/// What libxml2 tells of a document of XML, in its order.
typedef struct {
  void (*start)(void *context, const xmlChar *name, const xmlChar *space, int attribute_count,
                const xmlChar **attributes);
  void (*end)(void *context);
  void (*text)(void *context, const xmlChar *text, int length);
  /// In HTML instead of `start`: the attributes' names and values in turn, ended by NULL.
  void (*html_start)(void *context, const xmlChar *name, const xmlChar **attributes);
  /// A document type: whoever is told stops the parser.
  void (*document_type)(void *context);
} iscm_xml_listener;

/// A listener, and what it is given back.
typedef struct {
  const iscm_xml_listener *listener;
  void *context;
  xmlParserCtxtPtr parser;
} iscm_xml_parse;

static inline void iscm_xml_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                                  int space_count, const xmlChar **spaces, int attribute_count,
                                  int default_count, const xmlChar **attributes) {
  (void)prefix, (void)space_count, (void)spaces, (void)default_count;
  iscm_xml_parse *parse = data;
  parse->listener->start(parse->context, name, space, attribute_count, attributes);
}

static inline void iscm_xml_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)name, (void)prefix, (void)space;
  iscm_xml_parse *parse = data;
  parse->listener->end(parse->context);
}

static inline void iscm_xml_text(void *data, const xmlChar *text, int length) {
  iscm_xml_parse *parse = data;
  parse->listener->text(parse->context, text, length);
}

static inline void iscm_xml_document_type(void *data, const xmlChar *name, const xmlChar *external_id,
                                          const xmlChar *system_id) {
  (void)name, (void)external_id, (void)system_id;
  iscm_xml_parse *parse = data;
  parse->listener->document_type(parse->context);
}

/// Parses a document of XML: no entity is replaced, nothing is fetched, libxml2's own limits hold (no
/// `XML_PARSE_HUGE`). Gives 0, or the number of libxml2's error (XML_ERR_...).
static inline int iscm_xml_run(const char *bytes, int length, const iscm_xml_listener *listener, void *context,
                               iscm_xml_parse *parse) {
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(bytes, length);
  if (parser == NULL) return XML_ERR_DOCUMENT_EMPTY;
  parse->listener = listener;
  parse->context = context;
  parse->parser = parser;
  xmlSAXHandler sax = {0};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = iscm_xml_start;
  sax.endElementNs = iscm_xml_end;
  sax.characters = iscm_xml_text;
  sax.ignorableWhitespace = iscm_xml_text;
  sax.cdataBlock = iscm_xml_text;
  sax.internalSubset = iscm_xml_document_type;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  *parser->sax = sax;
  parser->userData = parse;
  xmlParseDocument(parser);
  int error = parser->wellFormed && !parser->disableSAX ? 0 : (parser->errNo ? parser->errNo : XML_ERR_INTERNAL_ERROR);
  if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  xmlFreeParserCtxt(parser);
  parse->parser = NULL;
  return error;
}

static inline void iscm_html_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  iscm_xml_parse *parse = data;
  parse->listener->html_start(parse->context, name, attributes);
}

static inline void iscm_html_end(void *data, const xmlChar *name) {
  (void)name;
  iscm_xml_parse *parse = data;
  parse->listener->end(parse->context);
}

/// Parses HTML in UTF-8, whatever it says of its own encoding; libxml2 mends what is wrong in it.
static inline int iscm_html_run(const char *bytes, int length, const iscm_xml_listener *listener, void *context,
                                iscm_xml_parse *parse) {
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, length);
  if (parser == NULL) return XML_ERR_DOCUMENT_EMPTY;
  parse->listener = listener;
  parse->context = context;
  parse->parser = parser;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                 HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  xmlSAXHandler sax = {0};
  sax.startElement = iscm_html_start;
  sax.endElement = iscm_html_end;
  sax.characters = iscm_xml_text;
  sax.ignorableWhitespace = iscm_xml_text;
  *parser->sax = sax;
  parser->userData = parse;
  htmlParseDocument(parser);
  if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  htmlFreeParserCtxt(parser);
  parse->parser = NULL;
  return 0;
}

/// The line at which a parse is, from 1, asked from inside of a listener; 0 where it is at none.
static inline int iscm_xml_line(const iscm_xml_parse *parse) {
  return parse->parser != NULL && parse->parser->input != NULL ? parse->parser->input->line : 0;
}

/// Ends a parse from inside of a listener.
static inline void iscm_xml_stop(iscm_xml_parse *parse) {
  if (parse->parser != NULL) xmlStopParser(parse->parser);
}

#endif
