"""The data of packs and findings: schemas, located YAML and TOML, findings, templates, suppression."""
