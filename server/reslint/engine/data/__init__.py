"""What packs and findings are made of: schemas, located YAML and TOML, findings, templates, suppression."""
