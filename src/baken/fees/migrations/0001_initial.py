import baken.ledger.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='FeeCharged',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('fee', baken.ledger.fields.SubjectField(kind='fee', verbose_name='retributie')),
                ('item', baken.ledger.fields.CodeField(as_given=False, codelist='fee_item', max_length=64, verbose_name='waarvoor')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=8, verbose_name='bedrag')),
                ('attempt', models.SmallIntegerField(blank=True, null=True, verbose_name='poging')),
                ('takes_part_on', models.DateField(blank=True, null=True, verbose_name='dag van de cursus of test')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'retributie aangerekend',
            },
        ),
        migrations.CreateModel(
            name='FeePaid',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('fee', baken.ledger.fields.SubjectField(kind='fee', verbose_name='retributie')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=8, verbose_name='bedrag')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'retributie betaald',
            },
        ),
        migrations.CreateModel(
            name='FeeWaived',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('fee', baken.ledger.fields.SubjectField(kind='fee', verbose_name='retributie')),
                ('ground', baken.ledger.fields.CodeField(as_given=False, codelist='fee_waiver', max_length=64, verbose_name='grond')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'vrijstelling van retributie',
            },
        ),
    ]
