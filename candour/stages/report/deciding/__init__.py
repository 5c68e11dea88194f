"""What the nets and the joins ask a person about, before there is a draft."""
