namespace SageMakerIam.Settings.Reading;

/// <summary>Reads <c>adopt</c>: <c>true</c>, or which policies are taken over as well.</summary>
internal static class AdoptReader
{
    public static AdoptedPolicies? Read(SettingsReader entry, string nameKey)
    {
        if (entry.Key("adopt") is not { } adopt)
        {
            return null;
        }

        AdoptedPolicies? adopted;
        if (adopt.IsMap)
        {
            adopted = new AdoptedPolicies
            {
                Inline = adopt.Key("inline")?.Text(TextRule.PolicyName),
                Managed = adopt.Key("managed")?.Text(TextRule.PolicyName),
            };
            adopt.RejectOtherKeys();
        }
        else
        {
            adopted = adopt.Boolean("Expected true or false, or a map with the keys inline and managed") == true ? new AdoptedPolicies() : null;
        }

        if (adopted is not null && entry.Key(nameKey) is null)
        {
            adopt.Report($"What is taken over is found by its name: give {nameKey}");
        }

        return adopted;
    }

    /// <summary>Reads the <c>adopt</c> of a grant, whose principal stays its owner's.</summary>
    public static AdoptedPolicies? ReadInline(SettingsReader entry)
    {
        if (entry.Key("adopt") is not { } adopt)
        {
            return null;
        }

        var adopted = new AdoptedPolicies
        {
            Inline = adopt.RequiredKey("inline", $"Expected {TextRule.PolicyName.Allowed}")?.Text(TextRule.PolicyName),
        };
        adopt.RejectOtherKeys();
        return adopted;
    }
}
